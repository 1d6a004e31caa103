/** The names with a number behind those that came before: two files of one name are `saldo.csv` and `saldo (2).csv`. */
export function tellApart(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let own = name;
    for (let number = 2; taken.has(own); number += 1) own = `${stem} (${number})${ending}`;
    taken.add(own);
    return own;
  });
}
