import Foundation
import NIOCore
import NIOHTTPTypes

/// Ends a connection that takes too long, and every connection once the server is told to stop: those that do nothing at once,
/// others when their answer has been sent whole.
///
/// The framework has a limit for idle connections alone. A byte now and then keeps one open for ever, and it counts the time
/// that a reader takes for an answer as idle.
final class ConnectionKeeper: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let interval: TimeAmount
    private let farewell: TimeAmount
    private var times: ConnectionTimes
    private var looking: Scheduled<Void>?

    init(_ limits: ServerLimits) {
        interval = TimeAmount(ConnectionTimes.interval(limits))
        farewell = .seconds(Int64(limits.farewell))
        times = ConnectionTimes(limits, opened: .now)
    }

    // MARK: What comes and goes

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: times.headCame(at: .now)
        case .body(let bytes): times.bodyCame(bytes.readableBytes)
        case .end: times.requestEnded(at: .now)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head:
            times.answerBegan(at: .now)
            context.write(data, promise: promise)
        case .body(let bytes):
            times.answerWent(bytes.readableBytes)
            context.write(data, promise: promise)
        case .end:
            let sent = context.eventLoop.makePromise(of: Void.self)
            sent.futureResult.cascade(to: promise)
            sent.futureResult.assumeIsolated().whenComplete { [self] _ in
                times.answerEnded(at: .now)
                if times.isStopping, times.isQuiet { context.close(promise: nil) }
            }
            context.write(data, promise: sent)
        }
    }

    // MARK: Ends

    func handlerAdded(context: ChannelHandlerContext) {
        // The system would take megabytes of an answer and then none for as long as it takes to send them: it could not be
        // told who takes an answer slowly from who takes none.
        let name = NIOBSDSocket.Option(rawValue: TCP_NOTSENT_LOWAT)
        try? context.channel.syncOptions?.setOption(.tcpOption(name), value: 128_000)
        look(after: interval, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { looking?.cancel() }

    private func look(after time: TimeAmount, _ context: ChannelHandlerContext) {
        looking = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            let unsent = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
            if times.isOver(at: .now, unsent: unsent ?? 0) {
                context.close(promise: nil)
            } else {
                look(after: time, context)
            }
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        // Not passed on: the framework would close when it has written an answer, not when that has been sent.
        times.stop(at: .now)
        if times.isQuiet { return context.close(promise: nil) }
        looking?.cancel()
        look(after: farewell, context)
    }
}
