/** A person as a coloured disc with initials; the colour follows from the id. */
const hues = ['#24508f', '#1d7a4c', '#7a3fa0', '#a94f06', '#2f6f7a', '#8a3b5c', '#5b6120', '#4a4f9a'];

export function Avatar({ person, small = false }: { person: { id: string; name: string }; small?: boolean }) {
  let sum = 0;
  for (const character of person.id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  const size = small ? 'size-5.5 text-[10px]' : 'size-8 text-[11.5px]';
  return (
    <span
      title={person.name}
      className={`grid ${size} shrink-0 place-items-center rounded-full font-semibold text-[#fff]`}
      style={{ background: hues[sum % hues.length] }}
    >
      <span aria-hidden="true">{initials(person.name)}</span>
      <span className="sr-only">{person.name}</span>
    </span>
  );
}

/** The last two characters of a Chinese name (the given name), the first letters of others. */
function initials(name: string): string {
  const han = /^\p{Script=Han}+/u.exec(name.trim())?.[0];
  if (han) return [...han].slice(-2).join('');
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
}
