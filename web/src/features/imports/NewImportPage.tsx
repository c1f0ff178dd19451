import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { DeliveryForm } from './DeliveryForm';
import { TrialReport } from './TrialReport';
import { useDelivery, type Delivery } from './use-delivery';
import type { Report } from './use-imports';
import { useKeptDelivery } from './use-kept-delivery';
import './imports.css';

/** A file is first tried; only then it can be delivered. */
export function NewImportPage() {
  const t = useText();
  const navigate = useNavigate();
  const { attempt, send } = useDelivery();
  const { forget } = useKeptDelivery();
  const [trial, setTrial] = useState<{ delivery: Delivery; report: Report } | null>(null);

  const deliver = async (delivery: Delivery) => {
    const report = await send(delivery);
    forget();
    const importId = report.kop.id;
    await (importId === null
      ? navigate({ to: '/gegevens' })
      : navigate({ to: '/gegevens/$importId', params: { importId: String(importId) } }));
  };

  return (
    <>
      <p>
        <Link className="nl-link" to="/gegevens">
          {t('imports.back')}
        </Link>
      </p>
      <PageHeading title={t('imports.new')} intro={t('imports.new-intro')} />
      <DeliveryForm
        onChange={() => setTrial(null)}
        onTry={async (delivery) => setTrial({ delivery, report: await attempt(delivery) })}
      />
      {trial && (
        <TrialReport key={trial.report.kop.op} report={trial.report} onDeliver={() => deliver(trial.delivery)} />
      )}
    </>
  );
}
