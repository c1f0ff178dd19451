import { useEffect, useRef, useState } from 'react';
import type { FieldFault } from '../../api/types';
import { useText } from '../../locales/Language';
import { Said } from '../../locales/words';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { Dialog } from '../../ui/dialog/Dialog';
import { ErrorState } from '../../ui/states/States';
import { Recognised } from './ImportReportPage';
import { OutcomeCounts } from './OutcomeTiles';
import type { Report } from './use-imports';

/** What the file would bring, and the button that brings it. */
export function TrialReport({ report, onDeliver }: { report: Report; onDeliver: () => Promise<void> }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <h2 className="card__title" ref={heading} tabIndex={-1}>
        {t('imports.trial')}
      </h2>
      <p>{t('imports.trial-intro')}</p>
      <OutcomeCounts counts={report.kop.tellingen} />
      {report.herkend.length > 0 && <Recognised sentences={report.herkend} heading="h3" />}
      {report.fouten.length > 0 && <Faults faults={report.fouten} />}
      <div className="imports__buttons">
        <Button look="primary" onClick={() => setAsked(true)}>
          {t('imports.deliver')}
        </Button>
      </div>
      {asked && <Confirm report={report} onDeliver={onDeliver} onClose={() => setAsked(false)} />}
    </Card>
  );
}

const reasonOf = (fault: FieldFault) => <Said dutch={fault.reden} />;

function Faults({ faults }: { faults: FieldFault[] }) {
  const t = useText();
  const columns: Column<FieldFault>[] = [
    {
      id: 'regel',
      header: t('imports.line'),
      rowHeader: true,
      card: 'title',
      cell: (fault) => (fault.regel ? t('imports.line-number', { line: fault.regel }) : t('imports.whole-file')),
    },
    { id: 'kolom', header: t('imports.column'), cell: (fault) => fault.veld || '–' },
    { id: 'reden', header: t('imports.reason'), card: 'full', cell: reasonOf },
  ];
  return (
    <>
      <p>{t('imports.faults-help')}</p>
      <DataTable
        caption={t('imports.faults', { count: faults.length })}
        columns={columns}
        rows={faults}
        rowId={(fault) => `${fault.regel}-${fault.veld}-${fault.reden}`}
        pageSize={20}
      />
    </>
  );
}

interface ConfirmProps {
  report: Report;
  onDeliver: () => Promise<void>;
  onClose: () => void;
}

function Confirm({ report, onDeliver, onClose }: ConfirmProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { nieuw, vervangt, geweigerd } = report.kop.tellingen;
  const deliver = async () => {
    setBusy(true);
    try {
      await onDeliver();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('imports.confirm', { file: report.kop.bestandsnaam })} onClose={onClose}>
      <p>{t('imports.confirm-text', { taken: nieuw, superseded: vervangt, left: geweigerd })}</p>
      {error !== null && <ErrorState error={error} />}
      <Button look="primary" busy={busy} onClick={() => void deliver()}>
        {t('imports.confirm-yes')}
      </Button>
    </Dialog>
  );
}
