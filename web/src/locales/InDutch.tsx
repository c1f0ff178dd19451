import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import messages from './nl';

/** The Dutch texts at once, for tests. A text that is missing fails the test. */
export function InDutch({ children }: { children: ReactNode }) {
  return (
    <IntlProvider
      locale="nl-NL"
      messages={messages}
      timeZone="Europe/Amsterdam"
      onError={(error) => {
        throw error;
      }}
    >
      {children}
    </IntlProvider>
  );
}
