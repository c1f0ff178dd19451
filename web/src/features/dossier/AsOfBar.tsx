import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useToday } from '../../api/today';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { TextField } from '../../ui/text-field/TextField';
import { futureIn, isPast, type AsOf } from './as-of';
import { useDossier } from './queries';

/** Chooses of which moment the dossier is shown, and says so plainly when that is not now. */
export function AsOfBar({ known, recorded }: { known: string; recorded: string }) {
  const t = useText();
  const format = useFormat();
  const { asOf } = useDossier();
  const go = useGo();
  return (
    <div className="as-of" data-past={isPast(asOf)}>
      {isPast(asOf) && (
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

/** In place of a dossier as of a day that has not come yet: the same form, with what is wrong at the field. */
export function FutureMoment() {
  const t = useText();
  const today = useToday();
  const go = useGo();
  return (
    <div className="as-of" data-past="true">
      <AsOfForm known={today} onChoose={go} />
      <p>
        <Button onClick={() => go({})}>{t('dossier.as-of.now')}</Button>
      </p>
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
  const today = useToday();
  const [day, setDay] = useState(asOf.bekendOp ?? known);
  const [moment, setMoment] = useState('');
  const [future, setFuture] = useState(() => futureIn(asOf, today));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = {
      bekendOp: day || undefined,
      geregistreerdOp: moment ? new Date(moment).toISOString() : undefined,
    };
    const wrong = futureIn(chosen, today);
    setFuture(wrong);
    if (wrong) document.getElementById(wrong)?.focus();
    else onChoose(chosen);
  };
  return (
    <form className="as-of__form" noValidate onSubmit={submit}>
      <TextField
        id="bekendOp"
        type="date"
        max={today}
        label={t('dossier.as-of.known')}
        description={t('dossier.as-of.known-help')}
        error={future === 'bekendOp' ? t('dossier.as-of.future') : undefined}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        id="geregistreerdOp"
        type="datetime-local"
        max={`${today}T23:59`}
        label={t('dossier.as-of.recorded')}
        description={t('dossier.as-of.recorded-help')}
        error={future === 'geregistreerdOp' ? t('dossier.as-of.future') : undefined}
        value={moment}
        onChange={(event) => setMoment(event.target.value)}
      />
      <Button type="submit">{t('dossier.as-of.show')}</Button>
    </form>
  );
}
