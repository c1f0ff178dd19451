import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { daysBetween } from './days';
import './deadline.css';

/** The last day of a term, and how far it is. Without a day it says that there is none. */
export function Deadline({ day, today }: { day: string | null; today: string }) {
  const t = useText();
  const format = useFormat();
  if (!day) return <span className="deadline__left">{t('deadline.none')}</span>;

  const days = daysBetween(today, day);
  return (
    <span className="deadline" data-late={days < 0}>
      <time dateTime={day}>{format.shortDate(day)}</time>
      <span className="deadline__left">
        {days < 0 && <span aria-hidden="true">! </span>}
        {days === 0 ? t('deadline.today') : t(days < 0 ? 'deadline.late' : 'deadline.left', { days: Math.abs(days) })}
      </span>
    </span>
  );
}
