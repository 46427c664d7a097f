import { describe, expect, it } from '@jest/globals';
import { attachmentNamed } from './file-answer.js';

describe('the name of a download', () => {
  it.each([
    ['h200.pdf', 'filename="h200.pdf"; filename*=UTF-8\'\'h200.pdf'],
    ['Größe 中.pdf', 'filename="Gr__e _.pdf"; filename*=UTF-8\'\'Gr%C3%B6%C3%9Fe%20%E4%B8%AD.pdf'],
    ['it\'s (a) *".pdf', "filename=\"it's (a) *_.pdf\"; filename*=UTF-8''it%27s%20%28a%29%20%2A%22.pdf"],
    ['50%.pdf"; x="y', 'filename="50_.pdf_; x=_y"; filename*=UTF-8\'\'50%25.pdf%22%3B%20x%3D%22y'],
  ])('%s stays within its header', (name, said) => expect(attachmentNamed(name)).toBe(`attachment; ${said}`));
});
