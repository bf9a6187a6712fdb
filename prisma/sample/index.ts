/** What a new desk shows: see ./types for the shapes. */
import type { SampleSet } from '../../lib/data/exchange/samples';
import { sampleEn } from './en';
import { sampleReviewers, sampleSpeakers } from './people';
import { sampleSources } from './sources';
import { sampleZh } from './zh';

const bare = ({ key: _, ...article }: typeof sampleZh) => article;

export const sampleSet: SampleSet = {
  reviewers: sampleReviewers,
  speakers: sampleSpeakers,
  sources: sampleSources,
  articles: [bare(sampleEn), bare(sampleZh)],
};
