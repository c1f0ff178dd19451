import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { TextField } from '../../ui/text-field/TextField';
import { useDossier } from './queries';
import type { AsOf } from './search';

/** Chooses of which moment the dossier is shown, and says so plainly when that is not now. */
export function AsOfBar({ known, recorded }: { known: string; recorded: string }) {
  const t = useText();
  const format = useFormat();
  const { asOf } = useDossier();
  const go = useGo();
  const isPast = asOf.bekendOp !== undefined || asOf.geregistreerdOp !== undefined;
  return (
    <div className="as-of" data-past={isPast}>
      {isPast && (
        <p className="as-of__message" role="status">
          {t('dossier.as-of.past', { day: format.date(known), moment: format.moment(recorded) })}{' '}
          <Button onClick={() => go({})}>{t('dossier.as-of.now')}</Button>
        </p>
      )}
      <details className="as-of__details">
        <summary>{t('dossier.as-of.choose')}</summary>
        <AsOfForm known={known} onChoose={go} />
      </details>
    </div>
  );
}

function useGo() {
  const navigate = useNavigate();
  return ({ bekendOp, geregistreerdOp }: AsOf) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, bekendOp, geregistreerdOp, screening: undefined }),
      resetScroll: false,
    });
}

function AsOfForm({ known, onChoose }: { known: string; onChoose: (asOf: AsOf) => void }) {
  const t = useText();
  const { asOf } = useDossier();
  const [day, setDay] = useState(asOf.bekendOp ?? known);
  const [moment, setMoment] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose({
      bekendOp: day || undefined,
      geregistreerdOp: moment ? new Date(moment).toISOString() : undefined,
    });
  };
  return (
    <form className="as-of__form" onSubmit={submit}>
      <TextField
        id="bekendOp"
        type="date"
        label={t('dossier.as-of.known')}
        description={t('dossier.as-of.known-help')}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        id="geregistreerdOp"
        type="datetime-local"
        label={t('dossier.as-of.recorded')}
        description={t('dossier.as-of.recorded-help')}
        value={moment}
        onChange={(event) => setMoment(event.target.value)}
      />
      <Button type="submit">{t('dossier.as-of.show')}</Button>
    </form>
  );
}
