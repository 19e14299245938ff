import type { Guide } from './guide.ts';

/** The chapters about guests and the rooms they are given. */
export const guestChaptersVi: Pick<Guide['chapters'], 'guests' | 'codes' | 'ready'> = {
  guests: {
    title: 'Khách đến và đi',
    about: 'Đặt phòng, đưa mã cho khách, nhận và trả phòng.',
    parts: [
      {
        title: 'Khách đang đứng ở quầy',
        steps: [
          'Mở {Screens.bookings} và bấm {Bookings.walkIn}.',
          'Chọn phòng, nhập họ và số đêm, rồi bấm {BookingForm.checkInNow}.',
          'Xoay màn hình lại: khách quét mã QR, nhập họ, và có ngay WiFi, đặt dịch vụ cùng mọi thứ khác.',
        ],
      },
      {
        title: 'Đặt phòng cho ngày sau',
        steps: [
          'Bấm {Bookings.new}, chọn ngày, rồi bấm {BookingForm.showRooms}. Chỉ những phòng trống trong tất cả các đêm đó mới hiện ra.',
          'Chọn phòng, nhập thông tin khách, rồi bấm {BookingForm.book}.',
          'Bấm {Mails.mailCode}, nếu đặt phòng có email của khách. Hoặc bấm {CodePlate.copyLink} và gửi liên kết bằng cách nào cũng được. Khách mở bằng họ của mình.',
        ],
      },
      {
        title: 'Mỗi ngày',
        text: 'Màn hình {Screens.today} cho thấy ai đến và ai đi, cùng với đơn mới, báo hỏng đang mở và phòng cần dọn. Bấm {CheckIn.checkIn} hoặc {GuestsOfToday.checkOut}: trang của khách thay đổi ngay. Nếu nhầm khách, bấm {Shell.undo} trong thông báo, hoặc trong vòng mười phút ở trang đặt phòng đó.',
      },
      {
        title: 'Phòng theo ngày',
        text: 'Màn hình {Screens.calendar} cho thấy từng phòng với các ngày của phòng. Bấm vào những ngày trống để đặt phòng hoặc đóng phòng.',
        steps: [
          'Để chuyển một lượt lưu trú, hãy kéo nó, hoặc bấm phím M trên đó rồi dùng mũi tên và Enter, hoặc mở nó và dùng {Calendar.moveHeading}. Cũng có thể kéo hai đầu của nó.',
          'Nếu phòng đã có người, hãy chọn họ đi đâu: đổi chỗ, chờ xếp phòng, hoặc sang phòng khác. Bạn thấy mọi việc sẽ làm trước khi bấm nút.',
          'Khách đang ở mang theo mã, đơn đặt và báo hỏng chưa xong.',
          'Trên điện thoại, màn hình là danh sách của một ngày, và mỗi dòng mở ra cùng những mẫu đó.',
        ],
      },
      {
        title: 'Có người hỏi phòng trên trang của bạn',
        text: 'Yêu cầu giữ phòng trong 48 giờ. Mở yêu cầu và bấm {Booking.confirm} hoặc {Booking.refuse}. Một phút sau, ứng dụng gửi câu trả lời qua email bằng ngôn ngữ của khách: nếu bạn bấm {Shell.undo} trước đó thì không có gì được gửi, còn nếu hoàn tác sau đó thì một email thứ hai sẽ đính chính. Mục {Mails.heading} trong đặt phòng cho biết những gì đã gửi. Nếu khách không có email, bạn tự báo cho khách: trang đặt phòng nói rõ điều này.',
      },
    ],
  },
  codes: {
    title: 'Khách không có đặt phòng ở đây',
    about: 'Mã truy cập mở một phòng cho khách có đặt phòng ở hệ thống khác.',
    parts: [
      {
        title: 'Tạo mã',
        text: 'Có mã, khách có WiFi, gọi dịch vụ và báo hỏng cho phòng đó. Chỉ cần mã: khách không phải nhập tên.',
        steps: [
          'Mở {Screens.sessions} và bấm {Sessions.new}.',
          'Nhập số ghi trên cửa và thời hạn của mã. {Sessions.name} chỉ dành cho bạn.',
          'Bấm {Sessions.make}. Khách quét mã QR trên màn hình của bạn, hoặc bấm {Sessions.card} để in.',
        ],
      },
      {
        title: 'Chưa có phòng nào mang số này',
        text: 'Trước hết hãy xem lại số. Nếu đúng, {Roles.role_manager} và {Roles.role_owner} có thể đánh dấu {Sessions.addRoom}. {Roles.role_staff} nhờ một trong hai người này.',
      },
      {
        title: 'Khách ở thêm, hoặc rời đi',
        text: 'Mở mã đó. {Sessions.change} đổi thời hạn, còn {Sessions.prolong} mở lại mã đã kết thúc. {Sessions.end} đăng xuất mọi thiết bị đã mở bằng mã. Đến giờ, mã tự kết thúc, và bạn có thể bỏ thẻ đi.',
      },
    ],
  },
  ready: {
    title: 'Phòng đã sẵn sàng chưa?',
    about: 'Sạch, cần dọn, tạm ngưng, và điều đó có nghĩa gì khi nhận phòng.',
    parts: [
      {
        title: 'Dọn phòng',
        text: 'Phòng cần dọn ngay khi khách trả phòng. Với phòng tập thể thì đó là giường của khách.',
        steps: [
          'Mở {Screens.today}. Mục {RoomState.toClean} liệt kê các phòng, phòng có khách đang chờ đứng đầu.',
          'Bấm {RoomState.step_cleaning} khi bắt đầu, và {RoomState.step_clean} khi xong. Với phòng tập thể, bấm vào tên từng giường đã dọn.',
          'Người kiểm tra sau khi dọn mở phòng và bấm {RoomState.step_inspected}. Không cần bước này để nhận khách.',
        ],
      },
      {
        title: 'Khách đã đến mà phòng chưa sạch',
        text: 'Bấm {CheckIn.arrived}: trang của khách cho biết phòng đang được dọn, và khi nào xong. Nếu bạn bấm {CheckIn.checkIn}, ứng dụng hỏi lại trước. Với {CheckIn.allTheSame}, phòng mở như hiện tại, và lịch sử ghi lại điều đó. Khi phòng chưa sạch, khách không bao giờ tự nhận phòng bằng cách tự chứng minh.',
      },
      {
        title: 'Phòng không ai dùng được',
        text: 'Mở phòng và bấm {RoomState.step_out_of_order}. Không ai đặt được hay nhận được phòng này, cho bất kỳ đêm nào, và không có ngoại lệ. Khách đang ở hoặc đã đặt vẫn giữ nguyên: bạn hãy tự chuyển phòng cho họ. {RoomState.step_clean} hoặc {RoomState.step_dirty} đưa phòng vào sử dụng lại. Nếu biết ngày cuối, hãy đóng phòng trong {Screens.calendar}. Một báo hỏng cũng có thể đóng phòng: {Reports.closeRoom}.',
      },
    ],
  },
};
