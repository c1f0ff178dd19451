import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';

/** One task: its title, and its steps in order. In the texts each line is a step. */
export function Task({ task }: { task: string }) {
  const t = useText();
  const steps = t(`help.${task}.steps`).split('\n');
  return (
    <Card title={t(`help.${task}`)}>
      <ol className="help__steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  );
}
