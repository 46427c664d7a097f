import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Card, SummaryList } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { draftQuery, useOnward, type Application } from './data';
import { ApplicationFrame } from './frame';
import { useInWords } from './in-words';
import { ListSection, RowProblems } from './parties-page';
import { itemPath } from './places';
import { Remove } from './remove';

/** What is applied for: one card a line. */
export const ItemsPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.items')} lead={<Say id="exporter.items.lead" />}>
      {(application) => <Items application={application} />}
    </ApplicationFrame>
  );
};

const Items = ({ application }: { readonly application: Application }) => {
  const say = useSay();
  const { item: inWords } = useInWords();
  const client = useQueryClient();
  const { caseId } = application;
  const { search } = useOnward(caseId, '');
  const items = application.sections.items ?? [];
  return (
    <ListSection
      application={application}
      section="items"
      add={<Say id={items.length === 0 ? 'exporter.items.first' : 'exporter.items.add'} />}
      count={items.length}
      empty={<Say id="exporter.items.none" />}
    >
      {items.map((item, index) => (
        <Card
          key={`${index}-${item.line}`}
          id={`item-${index + 1}`}
          title={say('exporter.items.one', { line: item.line, model: item.model })}
          actions={
            <>
              <Link
                to={`${itemPath(caseId, item.line)}${search}`}
                aria-label={say('ui.changeWhat', { what: item.model })}
              >
                <Say id="ui.change" />
              </Link>
              <Remove
                what={item.model}
                command={() => {
                  const now = client.getQueryData(draftQuery(caseId).queryKey) ?? application;
                  return {
                    path: `/applications/${caseId}/draft`,
                    method: 'PATCH',
                    version: application.version,
                    body: { sections: { items: now.sections.items?.filter((_, at) => at !== index) ?? [] } },
                  };
                }}
              />
            </>
          }
        >
          <RowProblems application={application} section="items" row={index} />
          <SummaryList rows={inWords(item).filter(({ key }) => key !== 'model')} />
        </Card>
      ))}
    </ListSection>
  );
};
