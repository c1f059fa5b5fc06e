/**
 * Puts text on the system's clipboard; false when the system refused. The window is given no permission to the clipboard,
 * so it copies as a person would: marks the text and copies what is marked, which only a press of theirs may do.
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  field.style.position = 'fixed';
  field.style.insetInlineStart = '-9999px';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
