import { useText } from '../../../locales/Language';
import { ChartFigure } from '../../../ui/chart-figure/ChartFigure';
import { knownWord } from '../known-words';
import { NetworkDrawing } from './NetworkDrawing';
import { othersIn, type Shared } from './shared';

/** The same as the list, drawn: the provider, what is shared, and who shares it. */
export function NetworkFigure({ name, shared }: { name: string; shared: Shared[] }) {
  const t = useText();
  const sentence = t('dossier.network.sentence', { things: shared.length, others: othersIn(shared).length });
  const roleName = (role: string) => knownWord('role', role, t).text;
  const rows = shared.flatMap((each) =>
    each.others.map((other) => [
      other.naam,
      each.name ?? t('dossier.hidden'),
      each.roles.map(roleName).join(', '),
      roleName(other.role),
    ]),
  );
  return (
    <ChartFigure
      title={t('dossier.network.drawing')}
      sentence={sentence}
      fileName="netwerk"
      columns={[
        t('dossier.network.other'),
        t('dossier.network.shared'),
        t('dossier.network.role-here'),
        t('dossier.network.role-there'),
      ]}
      rows={rows}
    >
      {(width) => (
        <>
          <NetworkDrawing width={width} name={name} shared={shared} label={sentence} />
          <p className="dossier__soft">{t('dossier.network.key')}</p>
        </>
      )}
    </ChartFigure>
  );
}
