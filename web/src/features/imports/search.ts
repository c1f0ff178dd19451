import { oneOf, textIn, type Search } from '../../app/search';
import { kinds, outcomes, type Kind, type Outcome } from './kinds';

export interface ImportsSearch {
  soort?: Kind;
}

export interface ReportSearch {
  uitkomst?: Outcome;
}

/** Which mapping is being edited; `nieuw` is one that is not there yet. */
export interface MappingsSearch {
  wijzig?: string;
  nieuw?: 'ja';
  /** What it is made for, and where the way leads back to. */
  voor?: 'levering';
}

export const readImportsSearch = (search: Search): ImportsSearch => ({ soort: oneOf(search, 'soort', kinds) });

export const readReportSearch = (search: Search): ReportSearch => ({ uitkomst: oneOf(search, 'uitkomst', outcomes) });

export const readMappingsSearch = (search: Search): MappingsSearch => ({
  wijzig: textIn(search, 'wijzig'),
  nieuw: oneOf(search, 'nieuw', ['ja']),
  voor: oneOf(search, 'voor', ['levering']),
});
