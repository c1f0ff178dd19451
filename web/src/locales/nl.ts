import { merge, type Messages } from './messages';

export { asItIs as refusal } from './refusals';

export default merge(
  import.meta.glob<Messages>(['./nl.json', '../features/*/nl.json'], { eager: true, import: 'default' }),
);
