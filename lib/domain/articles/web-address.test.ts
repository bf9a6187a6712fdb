import { describe, expect, it } from 'vitest';
import { addressKey } from './web-address';

describe('addressKey', () => {
  it.each<[string, string]>([
    ['https://post.example/a', 'http://www.post.example/a/'],
    ['https://post.example/a', 'https://m.post.example/a?utm_source=x&fbclid=1#comments'],
    ['https://post.example/a', 'https://amp.post.example/a/amp'],
    ['https://post.example/a', 'https://post.example/a/amp/?amp=1'],
    ['https://post.example/', 'https://post.example/index.html'],
    ['https://post.example/a?id=1&p=2', 'https://post.example/a?p=2&id=1&spm=x.y'],
    ['https://post.example/a', 'https://POST.example:443/a'],
    ['https://post.example/%E6%96%B0', 'https://post.example/新'],
  ])('is the same for %s and %s', (left, right) => expect(addressKey(left)).toBe(addressKey(right)));

  it.each<[string, string]>([
    ['https://post.example/a', 'https://post.example/b'],
    ['https://post.example/a?id=1', 'https://post.example/a?id=2'],
    ['https://post.example/a', 'https://blog.post.example/a'],
    ['https://m.example/a', 'https://example/a'],
    ['https://post.example/#/a', 'https://post.example/#/b'],
    ['https://post.example/a', 'https://post.example:8080/a'],
    ['https://post.example/A', 'https://post.example/a'],
  ])('differs for %s and %s', (left, right) => expect(addressKey(left)).not.toBe(addressKey(right)));

  it.each([null, '', 'post.example', 'mailto:a@b.example', 'javascript:alert(1)'])('is none for %s', (address) => {
    expect(addressKey(address)).toBeNull();
  });
});
