import { holdingScreenings, useScreenings } from '../../api/screenings';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import type { BlockName } from './blocks';
import { useOwnProviders } from './use-work';

/** Once above all blocks with a colour, with the screening that gave it; nowhere where no colour is seen. */
export function WorkSentence({ blocks }: { blocks: BlockName[] }) {
  if (blocks.includes('changes') || blocks.includes('own')) return <OfProviders />;
  return blocks.includes('spread') ? <OfCounts /> : null;
}

function OfProviders() {
  const { data } = useOwnProviders();
  return <SignalSentence screening={data?.screening} />;
}

function OfCounts() {
  const { data } = useScreenings();
  return <SignalSentence screening={holdingScreenings(data ?? [])[0]?.screening} />;
}
