import { FormattedList } from 'react-intl';
import type { Colour, SubCategory } from '../../api/types';
import { useText } from '../../locales/Language';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';

interface Props {
  colour: Colour;
  subCategory: SubCategory | null;
  /** Every colour from the lowest to the highest points. */
  possible: Colour[];
}

/** The colour, and the others that it could still become. */
export function PossibleColour({ colour, subCategory, possible }: Props) {
  const t = useText();
  const others = possible.filter((each) => each !== colour).map((each) => t(`colour.${each}`).toLowerCase());
  const word = subCategory ? `${t(`colour.${colour}`)}: ${t(`sub-category.${subCategory}`).toLowerCase()}` : undefined;
  return (
    <>
      <SignalBadge colour={colour} word={word} size="large" />
      {others.length > 0 && (
        <span>
          {t(colour === 'grijs' ? 'dossier.could-be' : 'dossier.could-also-be')}{' '}
          <FormattedList type="disjunction" value={others} />
        </span>
      )}
    </>
  );
}
