import { Link } from '@tanstack/react-router';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { useLastImports, type Head } from './use-imports';
import type { Kind } from './kinds';

/** How fresh the data are: the last delivery of each kind. */
export function LastImports() {
  const t = useText();
  const { rows, isPending } = useLastImports();
  return (
    <Card title={t('imports.last')}>
      <p>{t('imports.last-text')}</p>
      {/* Until it is there the list below says that it is loading. */}
      <ul className="last-imports" aria-busy={isPending}>
        {rows.map(({ kind, last }) => (
          <LastImport key={kind} kind={kind} last={last} />
        ))}
      </ul>
    </Card>
  );
}

function LastImport({ kind, last }: { kind: Kind; last: Head | null }) {
  const t = useText();
  const format = useFormat();
  return (
    <li className="last-imports__item">
      <span className="last-imports__kind">{t(`imports.kind.${kind}`)}</span>
      {last ? (
        <>
          <Link className="nl-link" to="/gegevens/$importId" params={{ importId: String(last.id) }}>
            {t('imports.last-on', { date: format.date(last.op) })}
          </Link>
          <span className="last-imports__count">{t('imports.row-count', { count: last.tellingen.rijen })}</span>
          {last.tellingen.geweigerd > 0 && (
            <span className="last-imports__count">
              {t('imports.last-refused', { count: last.tellingen.geweigerd })}
            </span>
          )}
        </>
      ) : (
        <span>{t('imports.never')}</span>
      )}
    </li>
  );
}
