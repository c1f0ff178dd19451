import { useIntl } from 'react-intl';
import { useMunicipalities } from '../../api/reference-data';
import { useSession } from '../../api/session';
import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';

/** The server does not tell whether a provider is there that one may not see; so this says why that can be, and whom to ask. */
export function NotThisOne() {
  const t = useText();
  const intl = useIntl();
  const { data: session } = useSession();
  const { nameOf } = useMunicipalities();
  const codes = new Set(session?.rollen.map((role) => role.gemeente).filter((code) => code !== null));
  const isRegional = session?.rollen.some((role) => role.gemeente === null && role.aanbieder === null);
  const isProvider = session?.rollen.some((role) => role.aanbieder !== null);
  const municipalities = intl.formatList([...codes].map(nameOf), { type: 'disjunction' });
  return (
    <>
      <PageHeading title={t('dossier.not-this-one.title')} />
      {isRegional && <p>{t('dossier.not-this-one.nowhere')}</p>}
      {!isRegional && codes.size > 0 && (
        <p>{t('dossier.not-this-one.elsewhere', { count: codes.size, municipalities })}</p>
      )}
      {!isRegional && codes.size === 0 && isProvider && <p>{t('dossier.not-this-one.own')}</p>}
      <p>{t('dossier.not-this-one.ask')}</p>
    </>
  );
}
