import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useToday } from '../../api/today';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { TextField } from '../../ui/text-field/TextField';
import { faultIn, isPast, type AsOf } from './as-of';
import { useDossier } from './queries';

// What another moment shows may have to come first, and then the bar is drawn anew; so this outlives it.
let askedOf: number | undefined;

/** Chooses of which moment the dossier is shown, and says so plainly when that is not now. */
export function AsOfBar({ known, recorded }: { known: string; recorded: string }) {
  const t = useText();
  const format = useFormat();
  const { id, asOf } = useDossier();
  const go = useGo();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (askedOf === id) bar.current?.querySelector<HTMLElement>('[role="status"], summary')?.focus();
    askedOf = undefined;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another moment of the same dossier takes the focus too
  }, [id, asOf]);
  return (
    <div className="as-of" data-past={isPast(asOf)} ref={bar}>
      {isPast(asOf) && (
        <p className="as-of__message" role="status" tabIndex={-1}>
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

/** In place of a dossier as of a day that has not come yet or is none: the same form, with what is wrong at the field. */
export function WrongMoment() {
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
  const { id, asOf } = useDossier();
  return ({ bekendOp, geregistreerdOp }: AsOf) => {
    // The same moment again draws nothing, and so would leave this for later.
    if (bekendOp !== asOf.bekendOp || geregistreerdOp !== asOf.geregistreerdOp) askedOf = id;
    void navigate({
      to: '.',
      search: (before) => ({ ...before, bekendOp, geregistreerdOp, screening: undefined }),
      resetScroll: false,
    });
  };
}

function AsOfForm({ known, onChoose }: { known: string; onChoose: (asOf: AsOf) => void }) {
  const t = useText();
  const { asOf } = useDossier();
  const today = useToday();
  const [fault, setFault] = useState(() => faultIn(asOf, today));
  const [day, setDay] = useState(fault?.text === 'dossier.as-of.no-day' ? '' : (asOf.bekendOp ?? known));
  const [moment, setMoment] = useState('');
  const errorAt = (field: keyof AsOf) => (fault?.field === field ? t(fault.text) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = {
      bekendOp: day || undefined,
      geregistreerdOp: moment ? new Date(moment).toISOString() : undefined,
    };
    const wrong = faultIn(chosen, today);
    setFault(wrong);
    if (wrong) document.getElementById(wrong.field)?.focus();
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
        error={errorAt('bekendOp')}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        id="geregistreerdOp"
        type="datetime-local"
        max={`${today}T23:59`}
        label={t('dossier.as-of.recorded')}
        description={t('dossier.as-of.recorded-help')}
        error={errorAt('geregistreerdOp')}
        value={moment}
        onChange={(event) => setMoment(event.target.value)}
      />
      <Button type="submit">{t('dossier.as-of.show')}</Button>
    </form>
  );
}
