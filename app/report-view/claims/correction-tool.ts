'use client';

import { createContext, type ReactNode } from 'react';

/** Draws what stands beside a claim that wants a correction, where the reader may write one. */
type DrawTool = (claim: { number: number; correction: string | null }) => ReactNode;

export const CorrectionTool = createContext<DrawTool | null>(null);
