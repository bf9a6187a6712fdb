/**
 * Who speaks in the sample articles, and who checks them.
 *
 * Everyone interviewed and everyone at the desk is invented. Sam Altman, Gartner and McKinsey appear only with what they
 * have published themselves.
 */
import type { SampleSpeaker } from './types';

export const sampleReviewers = [
  { key: 'first', name: '顾清和' },
  { key: 'second', name: 'Hannah Reeve' },
  { key: 'editor', name: '陆以安 Ian Lu' },
] as const;

export const sampleSpeakers: SampleSpeaker[] = [
  { key: 'lin', name: '林若川', role: '人工智能研究员', organisation: null },
  { key: 'he', name: '何青禾', role: '创业者，AI作画小程序创始人', organisation: null },
  { key: 'tao', name: '陶闻', role: '媒介采购', organisation: null },
  { key: 'ellingsen', name: 'Marta Ellingsen', role: 'Media buyer', organisation: 'A London agency' },
  { key: 'fallowell', name: 'Idris Fallowell', role: 'AI researcher', organisation: 'A university laboratory' },
  { key: 'shen', name: 'Shen Yiqiao', role: 'Start-up founder', organisation: 'A Shenzhen image company' },
  { key: 'altman', name: 'Sam Altman', role: 'Chief executive', organisation: 'OpenAI' },
  { key: 'gartner', name: 'Gartner', role: null, organisation: null, aliases: ['高德纳'] },
  { key: 'mckinsey', name: 'McKinsey & Company', role: null, organisation: null, aliases: ['麦肯锡', 'McKinsey'] },
];
