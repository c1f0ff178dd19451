import { merge, type Messages } from './messages';
import { inEnglish } from './refusals';
import texts from './refusals.en.json';

export const refusal = inEnglish(texts);

export default merge(
  import.meta.glob<Messages>(['./en.json', '../features/*/en.json'], { eager: true, import: 'default' }),
);
