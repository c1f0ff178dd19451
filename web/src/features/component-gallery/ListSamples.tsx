import { Card } from '../../ui/card/Card';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { TaskList, type TaskState } from '../../ui/task-list/TaskList';
import { Timeline } from '../../ui/timeline/Timeline';

const states: TaskState[] = ['to-do', 'busy', 'done', 'blocked', 'not-applicable'];

export function ListSamples() {
  return (
    <>
      <Card title="SummaryList">
        <SummaryList
          items={[
            { label: 'Cliënten', value: '326' },
            {
              label: 'Waarde per jaar',
              value: '€ 3.190.000',
              action: (
                <a className="nl-link" href="#inhoud">
                  Wijzig waarde per jaar
                </a>
              ),
            },
          ]}
        />
      </Card>
      <Card title="TaskList">
        <TaskList
          tasks={states.map((state) => ({ id: state, name: `Onderdeel ${state}`, hint: 'Een korte uitleg', state }))}
        />
      </Card>
      <Card title="Timeline">
        <Timeline
          items={[
            { id: '1', title: 'Nieuw signaal', state: 'done', detail: '1 mei 2019' },
            { id: '2', title: 'Bureauonderzoek', state: 'current', detail: 'termijn 3 juni 2019' },
            { id: '3', title: 'Zienswijze', state: 'coming' },
          ]}
        />
      </Card>
    </>
  );
}
