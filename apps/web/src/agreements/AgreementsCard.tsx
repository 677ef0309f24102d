import { AreaAgreementsDocument } from '../generated/graphql';
import { usePageQuery } from '../platform/usePageQuery';
import { AgreementList, agreementsContext as context } from './AgreementList';
import { useAgreementTexts } from './useAgreementTexts';

/** What is agreed in an area. */
export function AgreementsCard({ areaId }: { areaId: string }) {
  const texts = useAgreementTexts();
  const { data, failure } = usePageQuery({ query: AreaAgreementsDocument, variables: { areaId }, context });
  return <AgreementList texts={texts} agreements={data?.agreements} failure={failure} about={{ areaId }} />;
}
