import { useState } from 'react';
import { useMay } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { saveFile } from '../../ui/download/save-file';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { loadChain, useHead, type Head } from './use-audit-log';

/** The signed end of the chain, and how somebody checks it without trusting this server. */
export function ChainHead() {
  const t = useText();
  const mayExport = useMay('export_audit');
  const head = useHead();
  return (
    <Card className="audit-log__proof" title={t('audit-log.head')}>
      <p>{t('audit-log.head-text')}</p>
      {head.isPending && <LoadingState />}
      {head.isError && <ErrorState error={head.error} onRetry={() => void head.refetch()} />}
      {head.data && <HeadParts head={head.data} />}
      <h3>{t('audit-log.verify')}</h3>
      <ol>
        <li>{t('audit-log.verify-head')}</li>
        <li>{t('audit-log.verify-export')}</li>
        <li>
          {t('audit-log.verify-run')}
          <pre className="audit-log__command">
            slagboom audit verify auditketen.ndjson --key openbaar.pem --head hoofd.json
          </pre>
        </li>
        <li>{t('audit-log.verify-result')}</li>
      </ol>
      <p>{t('audit-log.proves')}</p>
      {mayExport ? <Export /> : <p>{t('audit-log.export-who')}</p>}
    </Card>
  );
}

const code = (text: string) => <code className="audit-log__reference">{text}</code>;

function HeadParts({ head }: { head: Head }) {
  const t = useText();
  const format = useFormat();
  // The same line as the command writes, to keep elsewhere and to give to --head.
  const keep = () =>
    saveFile(new Blob([`${JSON.stringify({ hoofd: head })}\n`], { type: 'application/json' }), 'hoofd.json');
  return (
    <>
      <SummaryList
        items={[
          { label: t('audit-log.installation-name'), value: head.installatie },
          { label: t('audit-log.last'), value: format.number(head.nummer) },
          { label: t('audit-log.when'), value: format.moment(head.geregistreerdOp) },
          { label: t('audit-log.hash'), value: code(head.hash) },
          { label: t('audit-log.key'), value: code(head.sleutel) },
          { label: t('audit-log.signature'), value: code(head.handtekening) },
        ]}
      />
      <Button className="audit-log__keep" onClick={keep}>
        {t('audit-log.keep-head')}
      </Button>
    </>
  );
}

function Export() {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      saveFile(await loadChain(), 'auditketen.ndjson');
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      <Button look="primary" busy={busy} onClick={() => void save()}>
        {t('audit-log.export')}
      </Button>
    </>
  );
}
