'use client';

import { usePathname, useRouter } from 'next/navigation';
import type { Column, SetFilter } from './columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { GroupMenu } from './group-menu.tsx';
import { type Density, writeDensity } from './kept-layout.ts';
import type { Layout } from './use-layout.ts';
import type { TableAddress } from './use-table-address.ts';
import type { ViewKeeper } from './views.ts';
import { ViewsMenu } from './views-menu.tsx';

interface TableToolsProps<Row> {
  columns: readonly Column<Row>[];
  filters: readonly SetFilter<Row>[];
  address: TableAddress;
  layout: Layout<Row>;
  foldAll: (isOpen: boolean) => void;
  density: Density;
  setDensity: (density: Density) => void;
  views: ViewKeeper | undefined;
}

const NO_PARAMETERS: readonly string[] = [];

/** How the list is shown: its groups, its columns, its views by name. */
export function TableTools<Row>(props: TableToolsProps<Row>) {
  const { columns, filters, address, layout, foldAll, density, setDensity, views } = props;
  const router = useRouter();
  const path = usePathname();
  const parameters = views?.parameters ?? NO_PARAMETERS;
  const own = [...filters.map(({ id }) => id), ...parameters];

  function choose(search: string) {
    const asked = new URLSearchParams(search);
    const now = new URLSearchParams(window.location.search);
    // What the page itself is made by, only the server can change.
    const isOfPage = parameters.some((name) => asked.get(name) !== now.get(name));
    if (isOfPage) router.push(`${path}?${search}` as Parameters<typeof router.push>[0]);
    else address.putOwn(own, search);
  }

  return (
    <>
      <GroupMenu
        columns={columns}
        groups={address.view.groups}
        setGroups={(groups) => address.setView({ groups })}
        foldAll={foldAll}
      />
      <ColumnsMenu
        columns={columns}
        layout={layout}
        density={density}
        setDensity={(next) => {
          setDensity(next);
          writeDensity(next);
        }}
      />
      {views && <ViewsMenu keeper={views} address={address.own(own)} onChoose={choose} />}
    </>
  );
}
