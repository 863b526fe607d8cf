/** Some cameras accept to take a photo and never do. */
const photoDeadlineMs = 4_000

/**
 * A photo by the camera itself where it can (W3C MediaStream Image Capture), in its largest size; else the picture that is
 * shown, at its natural size.
 */
export async function takePicture(stream: MediaStream, video: HTMLVideoElement): Promise<Blob> {
  const [track] = stream.getVideoTracks()
  const photo = track === undefined ? undefined : await inTime(takePhoto(track))
  return photo ?? drawFrame(video)
}

/** Undefined where the camera takes no photo: what it shows is drawn then. */
async function takePhoto(track: MediaStreamTrack): Promise<Blob | undefined> {
  if (!('ImageCapture' in window) || track.readyState !== 'live') return undefined
  try {
    const capture = new ImageCapture(track)
    const { imageWidth, imageHeight } = await capture.getPhotoCapabilities()
    const largest =
      imageWidth?.max && imageHeight?.max ? { imageWidth: imageWidth.max, imageHeight: imageHeight.max } : {}
    const photo = await capture.takePhoto(largest)
    return photo.size > 0 ? photo : undefined
  } catch {
    return undefined
  }
}

async function inTime<Value>(promise: Promise<Value | undefined>): Promise<Value | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), photoDeadlineMs)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

async function drawFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(video, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
