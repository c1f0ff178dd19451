import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { pictures } from './pictures';

/** One task: its title, its steps in order, and where to press. In the texts each line is a step. */
export function Task({ task }: { task: string }) {
  const t = useText();
  const steps = t(`help.${task}.steps`).split('\n');
  const picture = pictures[task];
  return (
    <Card title={t(`help.${task}`)}>
      <ol className="help__steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {picture && <img className="help__picture" {...picture} alt={t(`help.${task}.picture`)} />}
    </Card>
  );
}
