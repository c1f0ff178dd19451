import { ApiProblem, notReached } from '../../api/problem';
import { Card } from '../../ui/card/Card';
import { ConflictState, EmptyState, ErrorState, LoadingState } from '../../ui/states/States';

const refused = new ApiProblem({
  status: 500,
  title: 'Storing',
  detail: '',
  code: 'storing',
  instance: '77b3b4144e81',
  fouten: [],
});

const ignore = () => undefined;

export function StateSamples() {
  return (
    <>
      <Card title="LoadingState">
        <LoadingState />
      </Card>
      <Card title="EmptyState">
        <EmptyState>Geen aanbieders met deze filters.</EmptyState>
      </Card>
      <Card title="ErrorState">
        <ErrorState error={refused} onRetry={ignore} />
        <ErrorState error={notReached()} />
      </Card>
      <Card title="ConflictState">
        <ConflictState
          differences={[{ label: 'Telefoon', theirs: '0541 000 000', yours: '0541 111 111' }]}
          onKeepTheirs={ignore}
          onKeepYours={ignore}
        />
      </Card>
    </>
  );
}
