/** A device on the USB bus. Ids are 4 lower-case hex digits; hubs are no devices. */
export interface UsbDevice {
  readonly vendorId: string
  readonly productId: string
  readonly product?: string
  readonly manufacturer?: string
  readonly serialNumber?: string
  /** Where it is, in the words of the system that told: one device at a time, another one after a replug. */
  readonly place: string
  /** It says itself that it is a smart card or its reader (USB class 0x0b); absent where the system does not tell. */
  readonly isSmartCard?: boolean
}

/** What is plugged in, asked of the operating system; no device is opened. */
export interface UsbBus {
  /** Undefined: cannot be told on this system, or not now. */
  list(): Promise<readonly UsbDevice[] | undefined>
}
