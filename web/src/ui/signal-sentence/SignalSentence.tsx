import type { ScreeningReference } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import './signal-sentence.css';

/** The sentence that belongs to every colour, with the screening that gave the colours. */
export function SignalSentence({ screening }: { screening?: ScreeningReference | null }) {
  const t = useText();
  const format = useFormat();
  return (
    <div className="signal-sentence">
      <svg className="signal-sentence__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="11" fill="currentColor" />
        <path d="M12 7.2v.6M12 11v6" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      <p className="signal-sentence__text">
        {t('signal.sentence')}
        {screening && (
          <span className="signal-sentence__source">
            {' '}
            {t('signal.screening', {
              date: format.date(screening.peildatum),
              model: screening.model.naam,
              version: screening.model.versie,
            })}
            {screening.proef && ` ${t('signal.trial')}`}
          </span>
        )}
      </p>
    </div>
  );
}
