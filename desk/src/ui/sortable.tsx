import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, Stack } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts'

type Props<T> = {
  items: readonly T[]
  keyOf: (item: T) => string
  nameOf: (item: T) => string
  onChange: (items: T[]) => void
  children: (item: T, index: number) => ReactNode
}

/** A list in an order that is changed by dragging, or with the arrow keys after Space on a handle. */
export function Sortable<T>({ items, keyOf, nameOf, onChange, children }: Props<T>) {
  const texts = useTexts().common
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const keys = items.map(keyOf)
  const name = (key: string | number) => {
    const item = items[keys.indexOf(String(key))]
    return item === undefined ? '' : nameOf(item)
  }
  const place = (key: string | number) => keys.indexOf(String(key)) + 1
  const end = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    onChange(arrayMove([...items], keys.indexOf(String(active.id)), keys.indexOf(String(over.id))))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        screenReaderInstructions: { draggable: texts.dragHelp },
        announcements: {
          onDragStart: ({ active }) => texts.dragStarted(name(active.id)),
          onDragOver: ({ active, over }) => (over ? texts.dragOver(name(active.id), place(over.id)) : ''),
          onDragEnd: ({ active, over }) => (over ? texts.dragOver(name(active.id), place(over.id)) : ''),
          onDragCancel: ({ active }) => texts.dragCancelled(name(active.id)),
        },
      }}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <Stack gap={4} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((item, index) => (
            <SortableRow key={keyOf(item)} id={keyOf(item)} label={texts.move(nameOf(item))}>
              {children(item, index)}
            </SortableRow>
          ))}
        </Stack>
      </SortableContext>
    </DndContext>
  )
}

function SortableRow({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id })
  return (
    <li
      ref={setNodeRef}
      className="desk-sortable-row"
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        variant="subtle"
        color="gray"
        {...attributes}
        {...listeners}
        aria-label={label}
        style={{ cursor: 'grab', touchAction: 'none' }}
      >
        <IconGripVertical size={18} />
      </ActionIcon>
      <div style={{ flex: 1, minWidth: 0 }}>{children}</div>
    </li>
  )
}
