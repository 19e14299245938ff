import type { Guide } from './guide.ts';
import { documentChapterVi } from './guide-documents-vi.ts';
import { guestChaptersVi } from './guide-guests-vi.ts';

export const guideVi: Guide = {
  title: 'Hướng dẫn cho chủ nhà',
  intro: 'Từ căn phòng đầu tiên đến lúc khách vào được mạng, có hình của những trang chính.',
  chapters: {
    start: {
      title: 'Bắt đầu',
      about: 'Tạo tài khoản và chỗ nghỉ đầu tiên. Mất khoảng mười phút.',
      parts: [
        {
          title: 'Tạo tài khoản',
          text: 'Bạn cần một địa chỉ email mà mình mở được ngay lúc này.',
          steps: [
            'Ở trang {SignIn.heading}, bấm {SignIn.signUp} rồi nhập tên và email.',
            'Bấm {SignUp.submit}. Trong vòng một phút sẽ có email kèm mã gồm tám chữ số. Nhớ xem cả thư mục thư rác.',
            'Nhập mã, đặt mật khẩu rồi bấm {EnterCode.confirmSubmit}.',
          ],
          picture: { name: 'sign-up', alt: 'Trang đăng nhập, bên dưới biểu mẫu có liên kết tạo tài khoản.' },
        },
        {
          title: 'Sáu bước ngắn',
          text: 'Ứng dụng lần lượt hỏi tên, quốc gia, WiFi, các phòng và vài dòng nội dung đầu tiên, cuối cùng là in. Rời bước nào thì bước đó đã được lưu. Bấm {Setup.later} nếu muốn dừng và quay lại sau.',
        },
        {
          title: 'Còn thiếu gì',
          text: 'Trang {Screens.today} liệt kê những thứ khách tìm trước tiên. Có dấu tích là đã có. Bấm vào dòng chưa có dấu tích để thêm.',
          picture: {
            name: 'today',
            alt: 'Danh sách những thứ khách tìm trước tiên, tất cả đã được đánh dấu.',
          },
        },
      ],
    },
    rooms: {
      title: 'Phòng, loại phòng và giá',
      about: 'Thêm phòng theo số, và đặt giá cho một đêm.',
      parts: [
        {
          title: 'Thêm phòng',
          steps: [
            'Mở {Screens.rooms} và bấm {Rooms.add}.',
            'Nhập số phòng như khi bạn viết ra giấy: 101-112, 201-212. Với phòng tập thể, thêm dấu hai chấm và các giường: D1: 1-8.',
            'Xem lại danh sách hiện ra rồi bấm {AddRooms.submit}.',
          ],
          picture: { name: 'rooms', alt: 'Danh sách phòng với số phòng, loại và tầng.' },
        },
        {
          title: 'Phòng tạm thời không dùng',
          text: 'Mở phòng đó và bỏ dấu tích ở {Room.active}. Phòng không còn hiện ra cho khách chọn, mã của nó không mở gì cả, nhưng lịch sử vẫn còn. {Room.remove} chỉ dành cho phòng bị tạo nhầm.',
        },
        {
          title: 'Loại phòng và giá',
          text: 'Các phòng giống nhau dùng chung một loại, gồm mô tả, hình ảnh và giá. Khách chọn loại phòng trên trang riêng của bạn.',
          steps: [
            'Mở {Screens.types} và bấm {RoomTypes.add}, hoặc mở một loại có sẵn.',
            'Nhập {RoomTypes.price}. Nếu để trống, khách sẽ thấy là có thể hỏi giá.',
            'Nếu cuối tuần đắt hơn, nhập {RoomTypes.weekendPrice} và chọn những đêm áp dụng.',
            'Với mùa cao điểm, bấm {RoomTypes.addSeason} rồi nhập đêm đầu và đêm cuối.',
            'Thử ở mục {RoomTypes.trialTitle}: ứng dụng cho thấy tổng tiền và các khoản tạo nên nó.',
          ],
          picture: { name: 'room-type', alt: 'Các ô giá trong biểu mẫu của một loại phòng.' },
        },
      ],
    },
    signs: {
      title: 'In và treo bảng mã',
      about: 'Mỗi phòng một bảng mã, dùng mãi cho mọi lượt khách.',
      parts: [
        {
          title: 'In',
          steps: [
            'Mở {Screens.sheets} và chọn các phòng.',
            'Chọn giấy: giấy nhãn dán theo mã số của hãng, hoặc giấy thường để cắt thành thẻ.',
            'Bấm {Sheets.download} và in tệp ở tỉ lệ 100 %, đừng chọn “vừa khổ giấy”.',
            'Chưa chắc về máy in? Chọn {Sheets.checkPage} rồi dùng thước đo vạch trên trang đó.',
          ],
          picture: { name: 'sheets', alt: 'Trang in: các phòng, các loại giấy và hình trang đầu tiên.' },
        },
        {
          title: 'Treo lên và kiểm tra một lượt',
          text: 'Treo bảng mã ở chỗ khách nằm trên giường cũng nhìn thấy. Sau đó cầm điện thoại đi một vòng. Vài tháng nên làm lại: có thể ai đó đã dán mã khác đè lên mã của bạn.',
          steps: [
            'Trên điện thoại, mở {Screens.sheets}, bấm {Sheets.walk} rồi {Walk.start}.',
            'Bấm {Walk.camera} và đưa điện thoại lên từng bảng mã.',
            'Bảng tốt sẽ được đánh dấu. Bảng đã hết hiệu lực, hoặc có mã dẫn đi nơi khác, hiện màu đỏ: hãy gỡ xuống.',
          ],
          picture: {
            name: 'walk',
            alt: 'Lượt đi kiểm tra trên điện thoại, có nút mở camera và các phòng chưa xem.',
          },
        },
        {
          title: 'Bị rách, bị mất, hoặc người lạ biết mã',
          text: '{Sheets.register} liệt kê mọi bảng mã đã in. Đánh dấu bảng bị rách ở đó rồi bấm {Register.reprintTorn}. Nếu muốn một mã ngừng hoạt động, mở phòng và bấm {RoomSigns.replace}: từ lúc đó tờ giấy mang mã cũ không còn tác dụng, nên hãy in tờ mới ngay.',
          picture: { name: 'room', alt: 'Một phòng với mã QR, liên kết và thông tin của phòng.' },
        },
      ],
    },
    wifi: {
      title: 'WiFi',
      about: 'Lý do khách quét mã.',
      parts: [
        {
          title: 'Mạng của bạn',
          steps: [
            'Mở {Screens.settings}, rồi {Settings.title_wifi}.',
            'Nhập {Settings.network} đúng như điện thoại hiển thị, và {Settings.password}.',
            'Bấm {Settings.save}. Lần quét tiếp theo khách sẽ thấy, bạn không phải in lại gì.',
          ],
          picture: { name: 'wifi', alt: 'Phần WiFi khách thấy, bên dưới là các ô để nhập.' },
        },
        {
          title: 'Nhiều mạng',
          text: 'Tầng hoặc dãy nhà có mạng riêng thì thêm ở {Settings.zones}. Phòng có mạng riêng thì nhập ở ô {Room.wifiNetwork} trên trang của phòng.',
        },
        {
          title: 'Khách thấy gì',
          text: 'Tên mạng, mật khẩu và nút sao chép nằm trên cùng. Bên dưới là nội quy, liên hệ và dịch vụ.',
          picture: { name: 'guest', alt: 'Trang của khách trên điện thoại, WiFi nằm trên cùng.' },
        },
      ],
    },
    access: {
      title: 'Khách thấy gì và chứng minh gì',
      about: 'Đọc thì không cần chứng minh. Đặt món và báo sự cố thì có thể cần.',
      parts: [
        {
          title: 'Chọn cách chứng minh',
          text: 'Khách quét mã là đọc được ngay, trừ khi bạn đánh dấu {Settings.access_browse}. Muốn đặt món hay báo sự cố, khách chứng minh mình đang ở phòng này bằng một bước nhỏ. Bước nào là do bạn chọn.',
          steps: [
            'Mở {Screens.settings}, rồi {Settings.title_access}.',
            'Chọn ở mục {Settings.access_method}: {Settings.method_last_name} thì dễ, {Settings.method_pin} thì chặt chẽ hơn.',
            'Đọc ở {AccessPreview.title} để biết lựa chọn đó có nghĩa gì, trước khi lưu.',
          ],
          picture: { name: 'access', alt: 'Các lựa chọn về quyền truy cập, bên cạnh là điều khách sẽ gặp.' },
        },
        {
          title: 'Dùng họ của khách có đủ an toàn không?',
          text: 'Cũng trang đó đếm xem những họ phổ biến nhất sẽ mở được bao nhiêu phòng của bạn. Nếu ứng dụng đề nghị dùng PIN thì bạn nên dùng.',
        },
      ],
    },
    offer: {
      title: 'Khách đọc và đặt những gì',
      about: 'Danh mục, ưu đãi, số điện thoại, khu vực, nội dung và hình ảnh.',
      parts: [
        {
          title: 'Danh mục',
          steps: [
            'Mở {Screens.catalogue} và bấm {Catalogue.addItem}.',
            'Nhập tên và giá. Giá 0 sẽ hiện là miễn phí. Giờ phục vụ, hình ảnh và số lượng tối đa là tùy bạn.',
            'Có món vừa hết? Bấm {SoldOut.makeSoldOut} ở dòng đó, khách thấy ngay là không đặt được.',
          ],
          picture: { name: 'catalogue', alt: 'Danh mục với các nhóm, món và giá.' },
        },
        {
          title: 'Xử lý đơn đặt',
          text: 'Khách đặt gì, đơn hiện ở {Screens.orders} chỉ sau vài giây, và mỗi bước của bạn hiện trên điện thoại của khách. Việc đang chờ có con số trong danh sách trang và trên tiêu đề cửa sổ.',
          steps: [
            'Bật âm báo bằng nút {Orders.soundOff}. Trình duyệt không phát âm thanh khi bạn chưa bấm gì trên trang.',
            'Bấm {Orders.do_confirmed}, sau đó {Orders.do_preparing} và {Orders.do_delivered}. {Orders.reject} hỏi lý do, khách sẽ đọc lý do đó. {Orders.undoStep} lấy lại bước vừa rồi trong mười phút.',
            'Trên máy tính bảng trong bếp, mở {Orders.kitchen}: chữ lớn, có thể chỉ hiện một nhóm, và màn hình luôn sáng.',
            'Khách có thể hủy cho đến khi bạn nhận đơn. Đơn bị hủy ở lại trên bảng cho đến khi bạn bấm {Orders.do_acknowledged}.',
          ],
        },
        {
          title: 'Lo các báo hỏng',
          text: 'Khách báo gì bị hỏng, việc đó hiện ở {Screens.reports} chỉ sau vài giây, việc đến hạn sớm nhất đứng đầu. Hạn tùy theo mức độ gấp mà khách đã chọn.',
          steps: [
            'Mở một báo hỏng và bấm {Reports.do_in_progress}, sau đó {Reports.do_resolved}. Khách thấy từng bước.',
            'Lời nhắn gửi bằng {Reports.reply} khách đọc được, không kèm tên bạn. {Reports.notes} chỉ dành cho nhân viên.',
            'Sửa {Reports.priority} nếu khách chọn chưa đúng, và chọn ở {Reports.assignee} ai lo việc này.',
            'Các báo hỏng khác của cùng phòng nằm bên cạnh: lỗi lặp lại thì cần sửa cách khác.',
          ],
        },
        {
          title: 'Được báo khi đang ở nơi khác',
          text: 'Chuông ở đầu trang đếm những việc đã xảy ra mà chưa ai lo. Chạm vào một dòng để mở việc đó. Ai làm gì với việc đó thì mọi người đều thôi được nhắc.',
          steps: [
            'Mở {Notifications.settings} ở đó và chọn cho từng loại: báo trong ứng dụng, qua email hay thông báo đẩy. Đồng nghiệp có cài đặt của họ.',
            'Bấm {Notifications.turnPushOn} trên từng điện thoại và máy tính cần hiện thông báo. Với iPhone, trước hết thêm ứng dụng vào màn hình chính; trang đó chỉ cách làm.',
            'Ở mục {Notifications.quiet}, chọn giờ không gửi gì cho bạn. Báo hỏng khẩn cấp vẫn có thể được gửi.',
          ],
        },
        {
          title: 'Nội dung, nội quy và hình ảnh',
          text: '{Screens.texts} có phần mô tả, nội quy và hình ảnh của chỗ nghỉ. Hình chụp thẳng từ điện thoại là được: ứng dụng tự thu nhỏ và xóa thông tin về nơi chụp.',
          picture: { name: 'texts', alt: 'Biểu mẫu với phần giới thiệu, địa chỉ và nội quy.' },
        },
        {
          title: 'Ưu đãi, số điện thoại và khu vực',
          text: '{Screens.deals} dành cho các đối tác gần bạn. {Screens.numbers} có taxi, bác sĩ và công an. {Screens.areas} là những chỗ trong nhà mà khách có thể chọn khi báo sự cố.',
        },
        {
          title: 'Các ngôn ngữ khác',
          text: 'Ứng dụng của khách tự nói được tám ngôn ngữ. Còn những gì bạn viết là bằng tiếng của bạn: mục {Translations.title} ở mỗi biểu mẫu cho biết phần nào chưa dịch. Chỗ nào chưa có bản dịch, khách đọc nguyên văn của bạn. Bấm {Preview.link} để xem trang như khách thấy.',
        },
      ],
    },
    ...guestChaptersVi,
    documents: documentChapterVi,
    people: {
      title: 'Những người làm cùng bạn',
      about: 'Mời họ, giao vai trò, và xem ai đã thay đổi gì.',
      parts: [
        {
          title: 'Mời một người',
          steps: [
            'Mở {Screens.members} và bấm {Members.invite}.',
            'Chọn vai trò. {Roles.role_staff} làm việc với khách, {Roles.role_manager} còn được sửa thông tin chỗ nghỉ, {Roles.role_housekeeper} chỉ thấy danh sách phòng, đồng nghiệp và bản hướng dẫn này, không thấy gì về khách hay tiền bạc.',
            'Nhập email của người đó nếu muốn ứng dụng gửi liên kết, rồi bấm {Invite.make}. Bạn cũng có thể tự gửi liên kết bằng cách nào cũng được. Liên kết dùng được một lần, cho người mở nó và đăng nhập.',
          ],
          picture: { name: 'members', alt: 'Thành viên của chỗ nghỉ và vai trò của họ.' },
        },
        {
          title: 'Ai đã làm gì, và cách hoàn tác',
          text: 'Sau hầu hết các thay đổi có thông báo kèm nút {Shell.undo}. Về sau, quản lý mở {Screens.history}, tìm thay đổi đó và bấm {Undo.undo}. Nếu người khác đã lưu đúng mục bạn đang mở, cả hai bản sẽ hiện ra để bạn chọn.',
          picture: { name: 'history', alt: 'Lịch sử với các bộ lọc, bên dưới là một thay đổi.' },
        },
      ],
    },
    trouble: {
      title: 'Khi có trục trặc',
      about: 'Những trường hợp thường gặp, và cách đóng chỗ nghỉ.',
      parts: [
        {
          title: 'Khách nói mã không dùng được',
          steps: [
            'Bấm {Shell.find} và nhập số phòng, hoặc mã in dưới QR.',
            'Không tìm thấy gì với mã trên bảng? Mã đó đã được thay: hãy gỡ bảng xuống và in bảng mới.',
            'Nếu phòng đang tắt, trang của phòng sẽ ghi rõ: đánh dấu {Room.active} rồi lưu.',
            'Nếu phòng không có gì lạ, tự quét bảng mã bằng camera điện thoại.',
          ],
        },
        {
          title: 'Khách không thấy WiFi',
          text: 'Mở {Settings.title_access} trong {Screens.settings}. Nếu không đánh dấu {Settings.access_wifi}, phòng chỉ hiện WiFi khi đang có khách lưu trú. Lượt lưu trú là một đặt phòng, một khách vãng lai hoặc một mã truy cập: hãy tạo ở {Screens.bookings} hoặc {Screens.sessions}, hoặc đánh dấu ở đó. Nếu thiếu mạng hoặc gõ sai tên mạng, hãy sửa trong {Settings.title_wifi}.',
        },
        {
          title: 'Email không đến nơi',
          text: 'Trang đặt phòng cho biết trong mục {Mails.heading} email đã gửi, còn chờ hay không gửi được, và vì sao. Hãy sửa địa chỉ bằng {Booking.changeGuest}, rồi bấm {Mails.sendAgain}. Mọi tin không gửi được của chỗ nghỉ, kể cả lời mời, nằm trong {Screens.settings}, {Settings.title_failed}.',
        },
        {
          title: 'Mất mạng',
          text: 'Ứng dụng cho biết mất mạng từ lúc nào. Những gì bạn đã nhập vẫn ở trong trình duyệt này cho đến khi lưu được. Khách vẫn đọc được những gì điện thoại của họ đã tải trước đó.',
        },
        {
          title: 'Đóng chỗ nghỉ',
          text: 'Chỉ {Roles.role_owner} mới làm được: {Screens.settings}, rồi {Settings.title_closing}. Mọi mã ngừng hoạt động nhưng không mất gì cả. Bạn có thể mở lại bất cứ lúc nào.',
          picture: { name: 'closing', alt: 'Trang đóng chỗ nghỉ, nói rõ việc đóng có nghĩa gì.' },
        },
      ],
    },
  },
};
