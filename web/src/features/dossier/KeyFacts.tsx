import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMunicipalities, lotName } from '../../api/reference-data';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';

/** What work needs daily stands first, also while it is empty; then what is known of the provider. */
export function KeyFacts({ provider }: { provider: Schema['Aanbieder'] }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useMunicipalities();
  // Of the work about a provider the provider itself reads nothing here.
  const daily = useMay('view_assessment') ? ['handler', 'next-date', 'last-contact', 'agreed'] : [];
  const period = provider.inDienstVan
    ? t(provider.inDienstTot ? 'dossier.period' : 'dossier.since', {
        from: format.shortDate(provider.inDienstVan),
        to: provider.inDienstTot ? format.shortDate(provider.inDienstTot) : '',
      })
    : t('unknown');
  // Without a line of a contract that runs there is nothing to know of its value, clients and lots.
  const notThere = t(provider.percelen.length === 0 ? 'dossier.no-contract' : 'unknown');
  return (
    <section className="key-facts" aria-label={t('dossier.key-facts')}>
      {daily.length > 0 && (
        <dl className="key-facts__list key-facts__list--daily">
          {daily.map((key) => (
            <KeyFact key={key} label={t(`dossier.daily.${key}`)}>
              <span className="key-facts__empty">{t('dossier.daily.later')}</span>
            </KeyFact>
          ))}
        </dl>
      )}
      <dl className="key-facts__list">
        <KeyFact label={t('dossier.value-per-year')}>
          {provider.waardePerJaar === null ? notThere : format.euro(Math.round(provider.waardePerJaar))}
        </KeyFact>
        <KeyFact label={t('dossier.clients-contracted')}>
          {provider.clienten.aantal === null ? notThere : format.number(provider.clienten.aantal)}
        </KeyFact>
        <KeyFact label={t('dossier.in-service')}>{period}</KeyFact>
        <KeyFact label={t('dossier.open-corrections')}>
          <OpenCorrections provider={provider} />
        </KeyFact>
        <KeyFact label={t('dossier.municipalities')} wide>
          {provider.gemeenten.map(nameOf).join(', ') || t('unknown')}
        </KeyFact>
        <KeyFact label={t('dossier.lots')} wide>
          {provider.percelen.map(lotName).join(', ') || notThere}
        </KeyFact>
      </dl>
    </section>
  );
}

function KeyFact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className="key-facts__item" data-wide={wide}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function OpenCorrections({ provider: { id, openCorrecties } }: { provider: Schema['Aanbieder'] }) {
  const t = useText();
  const mayList = useMay('list_corrections');
  const text = t('dossier.corrections', { count: openCorrecties });
  if (openCorrecties === 0 || !mayList) return text;
  return (
    <Link className="nl-link" to="/correcties" search={{ aanbieder: String(id) }}>
      {text}
    </Link>
  );
}
