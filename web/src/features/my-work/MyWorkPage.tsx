import type { ReactNode } from 'react';
import { useToday } from '../../api/today';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState } from '../../ui/states/States';
import { blocksFor, wideOf, type BlockName } from './blocks';
import { ChangesBlock } from './ChangesBlock';
import { OwnBlock } from './OwnBlock';
import { ProviderBlock } from './ProviderBlock';
import { RoleChoice } from './RoleChoice';
import { useWorker } from './roles';
import { RunningBlock } from './RunningBlock';
import { SetupBlock } from './SetupBlock';
import { SpreadBlock } from './SpreadBlock';
import { TermsBlock } from './TermsBlock';
import { WorkSentence } from './WorkSentence';
import './my-work.css';

const parts: Record<BlockName, () => ReactNode> = {
  terms: TermsBlock,
  changes: ChangesBlock,
  own: OwnBlock,
  setup: SetupBlock,
  running: RunningBlock,
  spread: SpreadBlock,
  provider: ProviderBlock,
};

/** What somebody opens in the morning: at most three blocks, those that the role wants first. */
export function MyWorkPage() {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const worker = useWorker();
  const blocks = worker ? blocksFor(worker) : [];
  const wide = wideOf(blocks);
  return (
    <>
      <PageHeading title={t('my-work.title')} intro={t('my-work.today', { date: format.date(today) })} />
      <RoleChoice />
      {blocks.length === 0 && <EmptyState>{t('my-work.no-role')}</EmptyState>}
      <WorkSentence blocks={blocks} />
      <div className="my-work">
        {blocks.map((name) => {
          const Part = parts[name];
          return (
            <div key={name} className="my-work__block" data-wide={name === wide}>
              <Part />
            </div>
          );
        })}
      </div>
    </>
  );
}
