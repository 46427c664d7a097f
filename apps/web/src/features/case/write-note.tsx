import { writeNoteSchema } from '@exeat/case-notes/forms';
import { useEffect, useState } from 'react';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { idOfField } from '../../forms/labels';
import { Say, useSay } from '../../words/say';

/** Writes a note on a case. The field is empty again after it, with the focus in it. */
export const WriteNote = ({ caseId }: { readonly caseId: string }) => {
  const say = useSay();
  const [written, setWritten] = useState(0);
  useEffect(() => {
    if (written > 0) document.getElementById(idOfField('text'))?.focus();
  }, [written]);
  return (
    <div className="no-print write-note">
      <Form
        key={written}
        name={`note:${caseId}`}
        schema={writeNoteSchema}
        initial={{ text: '' }}
        command={(values) => ({ path: `/cases/${caseId}/notes`, body: values })}
        submit={<Say id="cases.notes.send" />}
        onDone={() => setWritten((count) => count + 1)}
      >
        <TextArea name="text" label={say('cases.notes.write')} rows={3} most={4000} />
      </Form>
      <p className="usa-sr-only" role="status">
        {written > 0 && <Say id="cases.notes.written" count={written} />}
      </p>
    </div>
  );
};
