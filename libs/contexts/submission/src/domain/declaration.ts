/** What the signatory declares (BIS-748P block 25). Stored with each submission, so a new wording never changes an old one. */
export const declarationStatement =
  'I certify that I am authorised to sign for the applicant; that all statements in this application are true, complete ' +
  'and correct to the best of my knowledge and belief; that I will report any material change to the authority at once; ' +
  'and that all parties named will be told of the conditions of any licence granted.';
