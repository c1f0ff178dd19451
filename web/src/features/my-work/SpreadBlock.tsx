import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import { holdingScreenings, useScreenings } from '../../api/screenings';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { colourGroups, signed } from '../../ui/group-bars/groups';
import { SignalShape } from '../../ui/signal-badge/SignalShape';
import '../../ui/signal-badge/signal-badge.css';
import { ErrorState, LoadingState } from '../../ui/states/States';

/** The last screening in numbers, beside the one before. */
export function SpreadBlock() {
  const t = useText();
  const format = useFormat();
  const mayCompare = useMay('compare_screenings');
  const screenings = useScreenings();
  const [last, before] = holdingScreenings(screenings.data ?? []);
  return (
    <Card title={t('my-work.spread')}>
      {screenings.isPending && <LoadingState />}
      {screenings.isError && <ErrorState error={screenings.error} onRetry={() => void screenings.refetch()} />}
      {screenings.data && !last && <p>{t('my-work.no-screening')}</p>}
      {last && (
        <>
          <ul className="my-work__counts">
            {colourGroups.map((colour) => (
              <li key={colour}>
                <SignalShape colour={colour} />
                <span>
                  <b>{last.tellingen[colour]}</b> {t(`colour.${colour}`).toLowerCase()}
                  {before && ` (${signed(last.tellingen[colour] - before.tellingen[colour])})`}
                </span>
              </li>
            ))}
          </ul>
          {before && <p>{t('my-work.spread.since', { date: format.date(before.screening.peildatum) })}</p>}
          <p>
            <Link className="nl-link" to="/verdeling">
              {t('my-work.spread.more')}
            </Link>
          </p>
          {mayCompare && before && (
            <p>
              <Link
                className="nl-link"
                to="/screenings/$screeningId/vergelijking"
                params={{ screeningId: String(last.screening.id) }}
              >
                {t('my-work.changes.why')}
              </Link>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
