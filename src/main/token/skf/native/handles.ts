/**
 * A vendor's library may end the process when it is given a handle of another kind: GM/T 0016 has one type for all of
 * them. Here each kind is a type of its own.
 */
declare const kind: unique symbol

interface Kind<Name extends string> {
  readonly [kind]: Name
}

export type DeviceHandle = bigint & Kind<'device'>
export type ApplicationHandle = bigint & Kind<'application'>
export type ContainerHandle = bigint & Kind<'container'>
export type KeyHandle = bigint & Kind<'key'>
