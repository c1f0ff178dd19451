import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import type { Comparison } from './comparison';

/** Who stands in only one of the two screenings. */
export function EntryLists({ comparison }: { comparison: Comparison }) {
  const t = useText();
  return (
    <div className="screenings__columns comparison__entries">
      <Names title={t('screenings.comparison.only-new')} providers={comparison.nieuwInScreening} />
      <Names title={t('screenings.comparison.only-old')} providers={comparison.nietMeerInScreening} />
    </div>
  );
}

function Names({ title, providers }: { title: string; providers: Schema['AanbiederVerwijzing'][] }) {
  const t = useText();
  return (
    <Card title={title}>
      <p>{t('screenings.comparison.count', { count: providers.length })}</p>
      <ul className="comparison__names">
        {providers.map((provider) => (
          <li key={provider.id}>
            <ProviderLink id={provider.id} name={provider.naam} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
