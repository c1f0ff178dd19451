import { useState } from 'react';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { Dialog } from '../../ui/dialog/Dialog';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { FileField } from '../../ui/file-field/FileField';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';

export function FormSamples() {
  const [attempt, setAttempt] = useState(0);
  const [file, setFile] = useState<File | null>(null);
  const [open, setOpen] = useState(false);
  const fault = attempt > 0 ? '2018-13 is geen periode; schrijf bijvoorbeeld 2018' : undefined;
  return (
    <Card title="ErrorSummary, TextField, SelectField, CheckboxField, FileField, Button, Dialog">
      <ErrorSummary
        faults={fault ? [{ field: 'proef-periode', text: fault }, { text: 'Een fout over het geheel' }] : []}
        attempt={attempt}
      />
      <TextField id="proef-periode" label="Periode" description="Een jaar, kwartaal of maand" error={fault} />
      <SelectField id="proef-soort" label="Soort" choices={[{ value: 'a', label: 'Typefout' }]} />
      <CheckboxField label="Alleen mijn aanbieders" />
      <FileField
        id="proef-bestand"
        label="Bestand"
        description="Een csv van hoogstens 1 MB"
        types={['.csv']}
        megabytes={1}
        file={file}
        onChange={setFile}
      />
      <p className="samples">
        <Button look="primary" onClick={() => setAttempt(attempt + 1)}>
          Opslaan met een fout
        </Button>
        <Button onClick={() => setOpen(true)}>Open een dialoog</Button>
        <Button look="subtle">Terughoudend</Button>
        <Button busy>Bezig</Button>
      </p>
      {open && (
        <Dialog title="Dialog" onClose={() => setOpen(false)}>
          <p>De rest van de pagina wacht.</p>
        </Dialog>
      )}
    </Card>
  );
}
