// What stands where something cannot be in one offline file: a frame with the reason and a link to the original.
slidewright.createStandIns = function ({ vue, CodeBlockWrapper }) {
  const { h, defineComponent } = vue

  function standIn(label, address) {
    return h('div', { class: 'slidewright-standin' }, [
      h('span', { class: 'slidewright-standin-label' }, label),
      address && h('a', { href: address, target: '_blank', rel: 'noreferrer' }, address),
    ])
  }

  function component(name, props, label, address) {
    return defineComponent({ name, props, setup: values => () => standIn(label, address(values)) })
  }

  const post = ['id', 'url', 'uri', 'scale', 'conversation', 'cards']
  const film = ['id', 'width', 'height']
  return {
    Tweet: component('Tweet', post, 'Post', ({ id, url }) => url || (id && `https://x.com/i/status/${id}`)),
    BlueSky: component('BlueSky', post, 'Post', ({ uri }) => uri),
    Youtube: component('Youtube', film, 'Video', ({ id }) => id && `https://www.youtube.com/watch?v=${id}`),
    ...slidewright.createCodeStandIns({ vue, CodeBlockWrapper }),
  }
}
