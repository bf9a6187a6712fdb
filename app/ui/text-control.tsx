'use client';

import { type ComponentProps, useEffect, useImperativeHandle, useRef } from 'react';
import { restoreEarlyText } from '../browser/early-text';
import { controlLook } from './control-look';

export function TextInput({ className = '', ref, ...rest }: ComponentProps<'input'>) {
  const own = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => own.current, []);
  useEffect(() => restoreEarlyText(own.current), []);
  return <input ref={own} className={`${controlLook} ${className}`} {...rest} />;
}

export function TextArea({ className = '', ref, ...rest }: ComponentProps<'textarea'>) {
  const own = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => own.current, []);
  useEffect(() => restoreEarlyText(own.current), []);
  return <textarea ref={own} className={`${controlLook} leading-normal ${className}`} {...rest} />;
}
