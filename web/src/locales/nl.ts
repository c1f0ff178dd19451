import { merge, type Messages } from './messages';

export { asItIs as say } from './server-texts';

export default merge(
  import.meta.glob<Messages>(['./nl.json', '../features/*/nl.json'], { eager: true, import: 'default' }),
);
