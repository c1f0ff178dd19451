import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { countsPerCause, directionOf, type Comparison, type Direction } from './comparison';

/** At how many providers each cause had a part, with what the cause means. */
export function CauseCounts({ comparison: { regels } }: { comparison: Comparison }) {
  const t = useText();
  const count = (direction: Direction) => regels.filter((row) => directionOf(row) === direction).length;
  const counts = countsPerCause(regels);
  return (
    <Card title={t('screenings.comparison.causes')}>
      <p>
        {t('screenings.comparison.summary', {
          heavier: count('zwaarder'),
          lighter: count('lichter'),
          unknown: count('onbekend'),
        })}
      </p>
      {counts.length > 0 && (
        <ul className="comparison__counts">
          {counts.map(({ cause, count: providers }) => (
            <li key={cause}>
              <span className="comparison__number">{providers}</span>
              <span>
                <b>{t(`screenings.cause.${cause}`)}</b>{' '}
                <span className="screenings__detail">{t(`screenings.cause.${cause}.means`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
